Feature: Names and topics
  Whoever changes something that others see, the others are told.

  Background:
    Given alice and bob connect
    And alice sees bob join

  Scenario: A new nick
    When bob renames to robert
    Then alice sees nothing but bob rename to robert
    When bob says it is still me
    Then alice sees robert say it is still me

  Scenario: A nick that is taken
    When bob renames to ALICE
    Then bob sees refusal nick-taken
    And alice sees nothing

  Scenario: A topic, for those who are there and those who come
    When alice sets topic to Roses
    Then bob sees nothing but alice set topic in #lobby to Roses
    When carol connects
    Then carol sees alice set topic in #lobby to Roses

  Scenario: Who is there
    When alice asks who is in #lobby
    Then alice sees alice and bob in #lobby
