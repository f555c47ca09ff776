Feature: Welcome
  Who says hello gets a nick, a seat in the lobby and the message of the day.

  Scenario: A new client is welcomed, and the others learn of it
    Given a server configured with
      """toml
      motd = "Be kind."
      """
    When alice connects
    Then alice sees welcome "Be kind."
    When bob and carol connect
    Then alice sees bob join #lobby
    And alice sees carol join #lobby
    And bob sees nothing but carol join #lobby

  Scenario: A nick belongs to one client
    Given alice connects
    When bob connects as Alice
    Then bob sees refusal nick-taken
    And alice sees nothing
    When bob connects
    Then alice sees bob join

  Scenario: A nick is free again as soon as its owner is gone
    Given alice and bob connect
    When alice drops
    And alice connects
    Then alice sees welcome
    And bob sees alice leave
    And bob sees alice join
