Feature: Clients come back to where they were

  Scenario: Whoever drops gets what they missed, once
    Given alice and bob connect
    And alice says one
    And bob sees alice say one
    When bob drops
    And alice says two
    And bob resumes
    Then bob sees alice say two
    And bob does not see alice say *

  Scenario: So it is when the server restarts
    Given alice and bob connect
    When server restarts
    And together
      """
      alice resumes
      bob resumes
      """
    And repeat 2 times
      """
      alice says round {round}
      bob sees alice say round {round}
      """
    Then bob does not see alice say *
