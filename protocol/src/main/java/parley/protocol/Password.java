package parley.protocol;

/** A secret on its way to where it is checked. It has no place in logs, so it does not print itself. */
public record Password(String text) {

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
