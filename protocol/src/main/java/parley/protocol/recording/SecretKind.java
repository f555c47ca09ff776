package parley.protocol.recording;

/** What a secret is for, and under which name it is kept out of a recording. */
enum SecretKind {
    PASSWORD("CHAT_PASSWORD"), KEY("CHAT_KEY"), SASL("CHAT_SASL"), TOKEN("CHAT_TOKEN"), OWN("CHAT_SECRET");

    private final String placeholder;

    SecretKind(String placeholder) {
        this.placeholder = placeholder;
    }

    /** The name for the first of them; further ones are numbered: {@code CHAT_TOKEN_2}. */
    String name(int number) {
        return number == 1 ? placeholder : placeholder + "_" + number;
    }
}
