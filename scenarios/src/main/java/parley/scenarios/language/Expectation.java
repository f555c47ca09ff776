package parley.scenarios.language;

/** What a client must see, or must not. */
public sealed interface Expectation {

    /** It comes, sooner or later within the time there is. */
    record Sees(Sight sight) implements Expectation {
    }

    /** It comes, and nothing else that the client has not yet seen in a step. */
    record SeesNothingBut(Sight sight) implements Expectation {
    }

    /** There is nothing that the client has not yet seen in a step. */
    record SeesNothing() implements Expectation {
    }

    /** It is not among what has come. */
    record DoesNotSee(Sight sight) implements Expectation {
    }
}
