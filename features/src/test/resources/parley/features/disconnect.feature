Feature: Disconnect
  However a client goes, the others learn of it once, with the reason.

  Background:
    Given alice, bob and carol connect
    And everyone sees carol join

  Scenario: With a goodbye
    When carol disconnects because tea is ready
    Then carol sees goodbye tea is ready
    And everyone sees nothing but carol leave #lobby because tea is ready

  Scenario: Without one
    When carol drops
    Then everyone sees nothing but carol leave #lobby because connection closed within 500ms

  Scenario: Only from a room
    Given bob and carol join #garden
    And bob sees carol join #garden
    When carol leaves #garden because it rains
    Then bob sees nothing but carol leave #garden because it rains
    And alice does not see carol leave
    When alice says still here?
    Then carol sees alice say in #lobby still here?
