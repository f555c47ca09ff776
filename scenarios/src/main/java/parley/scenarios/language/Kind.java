package parley.scenarios.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of what can be seen. A row's form is how an expectation is written and how a report says what came. */
public enum Kind {
    WELCOME("welcome [PATTERN]"),
    JOIN("NICK join [ROOM]"),
    LEAVE("NICK leave [ROOM] [because PATTERN]"),
    SAY("NICK say [in ROOM] PATTERN"),
    TELL("NICK say to NICK PATTERN"),
    TELL_ROLE("NICK tell NAME [in ROOM] PATTERN"),
    RENAME("NICK rename to NICK"),
    SET_TOPIC("NICK set topic [in ROOM] to PATTERN"),
    KICK("NICK kick NICK [from PLACE] [because PATTERN]"),
    BAN("NICK ban NICK [in PLACE] [because PATTERN]"),
    UNBAN("NICK unban NICK [in PLACE]"),
    MUTE("NICK mute NICK [in PLACE] [because PATTERN]"),
    UNMUTE("NICK unmute NICK [in PLACE]"),
    EXEMPT("NICK exempt NICK [in PLACE] [because PATTERN]"),
    UNEXEMPT("NICK unexempt NICK [in PLACE]"),
    ADMIT("NICK admit NICK [in PLACE] [because PATTERN]"),
    UNADMIT("NICK unadmit NICK [in PLACE]"),
    ROLE("NICK give NICK the role NAME [in ROOM]"),
    CHANGE("NICK change ROOM [to PATTERN]"),
    INVITATION("NICK invite NICK [to ROOM]"),
    MEMBERS("NICKS in ROOM"),
    ROOMS("rooms ROOMS"),
    PERSON("person NICK [of account NICK] [in ROOMS] [from PATTERN]"),
    RESTRICTIONS("restrictions [in PLACE] PATTERN"),
    DONE("done [in ROOM] [at CURSOR]"),
    MORE("more in ROOM [at CURSOR]"),
    STATUS("status [PATTERN]"),
    PING("ping"),
    PONG("pong"),
    REFUSAL("refusal NAME [PATTERN]"),
    GAP("gap in ROOM"),
    GOODBYE("goodbye [PATTERN]"),
    LINE("line PATTERN");

    @SuppressWarnings("ImmutableEnumChecker") // a form never changes, which only an annotation could tell the checker
    private final Form form;

    Kind(String form) {
        this.form = Form.of(form);
    }

    Form form() {
        return form;
    }

    /**
     * Says it in the words of the language.
     *
     * @param values one for each blank of the form; what is null is left out
     */
    public Phrase phrase(List<@Nullable String> values) {
        return form.write(values);
    }

    /** The form of the row, as the reference has it. */
    public String written() {
        return form.toString();
    }
}
