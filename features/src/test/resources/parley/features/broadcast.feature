Feature: Broadcast
  What is said in a room reaches everyone who is there, once and in one order, and nobody else.

  Background:
    Given alice, bob and carol connect
    And alice sees carol join
    And bob sees carol join

  Scenario: Everyone hears everyone
    When alice says hello, world
    And bob says hello, alice
    Then carol sees alice say hello, world
    And carol sees nothing but bob say hello, alice
    But alice sees nothing but bob say hello, alice

  Scenario: All hear the same order
    When alice says one
    And bob says two
    And alice says three
    Then carol sees alice say one
    And carol sees bob say two
    And carol sees nothing but alice say three

  Scenario: A room hears what is said in it, and only that
    Given alice and bob join #garden
    And alice sees bob join #garden
    When alice says in #garden The roses are out
    Then bob sees nothing but alice say in #garden The roses are out
    And carol sees nothing

  Scenario: A private message reaches one client
    When alice says to bob psst
    Then bob sees nothing but alice say to bob psst
    And carol sees nothing
