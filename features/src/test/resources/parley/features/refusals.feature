Feature: Refusals
  What is not done is refused with a reason, and nobody else sees anything of it.

  Background:
    Given alice and bob connect
    And alice sees bob join

  Scenario: Speaking in a room without a seat there
    When bob says in #garden anybody here?
    Then bob sees refusal not-a-member
    And alice sees nothing

  Scenario: Speaking to somebody who is not there
    When bob says to carol hello
    Then bob sees refusal no-such-nick *carol*

  Scenario: Leaving the rules of names
    When bob joins "the garden"
    Then bob sees refusal room-invalid
    When bob renames to "b o b"
    Then bob sees refusal nick-invalid

  Scenario: A line that is no command
    When bob sends {"do":"dance"}
    Then bob sees refusal unknown-command
    When bob sends hello?
    Then bob sees line {"on":"refused","why":"not-json"*
    And alice sees nothing
