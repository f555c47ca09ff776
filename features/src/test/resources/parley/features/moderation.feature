Feature: Moderation
  Operators keep a room in order, and an account keeps its nick.

  Scenario: The first in a room runs it
    Given alice and bob connect
    And alice and bob join #tea
    When bob kicks alice from #tea
    Then bob sees refusal not-operator
    When alice kicks bob from #tea because too loud
    Then bob sees alice kick bob from #tea because too loud
    When bob joins #tea
    Then alice sees bob join #tea

  Scenario: Who is banned stays out until the ban ends
    Given alice and bob connect
    And alice and bob join #tea
    When alice bans bob in #tea for 12h because spam
    Then bob sees alice kick bob from #tea because spam
    When bob joins #tea
    Then bob sees refusal banned *spam*
    When alice unbans bob in #tea
    And bob joins #tea
    Then alice sees bob join #tea

  Scenario: Who is muted hears everything and says nothing
    Given alice and bob connect
    And alice and bob join #tea
    When alice mutes bob in #tea
    And bob says in #tea but
    Then bob sees refusal muted
    When alice says in #tea thank you
    Then bob sees alice say in #tea thank you
    And alice does not see bob say *

  Scenario: The nick of an account is for its owner
    Given a server configured with
      """toml
      [accounts.alice]
      password = "$argon2id$v=19$m=19456,t=2,p=1$gbBZ8qlJJjmIJil/8A5Tig$ohYn/8kMZQF0AsGajJenRmlzJm05bgP+fS11y4vR1bs"
      """
    When alice connects
    Then alice sees refusal nick-reserved
    When alice connects with password battery staple
    Then alice sees refusal password-wrong
    When alice connects with password correct horse
    Then alice sees welcome
