package parley.chatc;

import java.io.IOException;
import parley.chatc.pipe.Since;
import parley.chatc.session.NotDone;
import parley.chatc.text.SafeText;
import parley.protocol.Address;
import parley.protocol.Refusal;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Insecure;
import parley.protocol.client.NoAnswer;
import parley.protocol.client.Unreachable;
import parley.protocol.link.HandshakeFailed;
import parley.protocol.text.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one sentence on standard error and an exit status. */
final class Complaints implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final Shell shell;

    Complaints(Shell shell) {
        this.shell = shell;
    }

    /** Complaints are chatc's own words, but may quote a server's. */
    static String sentence(String words) {
        return "chatc: " + SafeText.line(words);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult result) throws Exception {
        Complaint complaint = switch (e) {
            case Complaint it -> it;
            case Insecure it -> new Complaint(Status.UNAVAILABLE, it.getMessage() + advice(it.reason()));
            case Unreachable it -> new Complaint(Status.UNAVAILABLE,
                    it.getMessage() + "; start one with chatd, or name another with --server");
            case Disconnected it -> over(server(line), String.valueOf(it.getMessage()));
            case NotDone it -> new Complaint(Status.REFUSED, it.getMessage() + advice(it.refused().why()));
            case NoAnswer it -> new Complaint(Status.TIMED_OUT, String.valueOf(it.getMessage()));
            case IOException it -> new Complaint(Status.UNAVAILABLE, String.valueOf(it.getMessage()));
            case InterruptedException it -> new Complaint(Status.INTERRUPTED, "interrupted");
            default -> throw e;
        };
        complaint.sentences().forEach(words -> shell.err().println(sentence(words)));
        return complaint.status();
    }

    private Address server(CommandLine line) throws Complaint {
        CommandLine root = line;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root.<Chatc>getCommand().options().server(shell);
    }

    /** The server has ended the session, or the network has. */
    static Complaint over(Address server, String why) {
        return new Complaint(Status.UNAVAILABLE, "the connection to " + server + " is over: " + why);
    }

    private static String advice(HandshakeFailed.Reason reason) {
        return switch (reason) {
            case UNKNOWN_AUTHORITY -> "; if you trust them, name their certificate with --tls-ca";
            case WRONG_NAME -> "; name the server as its certificate does";
            case EXPIRED -> "; whoever runs it has to renew it";
            case NOT_TLS -> "; leave out --tls if the server does not offer it there";
            case OTHER -> "";
        };
    }

    private static String advice(Refusal why) {
        return switch (why) {
            case NICK_TAKEN, NICK_INVALID -> "; choose another with --nick";
            case NICK_RESERVED -> "; its password is taken from --password-file, CHATC_PASSWORD or --ask-password";
            case ROOM_INVALID, TOO_MANY_ROOMS -> "; choose another with --room";
            case CURSOR_INVALID -> "; --since takes " + Since.FORMS;
            default -> "";
        };
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        String problem = switch (e) {
            case UnmatchedArgumentException it -> unmatched(it);
            case MissingParameterException it -> missing(it);
            default -> String.valueOf(e.getMessage());
        };
        shell.err().println(
                sentence(problem) + "; see " + line.getCommandSpec().qualifiedName() + " --help");
        return Status.USAGE;
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String argument = e.getUnmatched().getFirst();
        CommandLine line = e.getCommandLine();
        if (argument.startsWith("-")) {
            return "there is no option " + argument
                    + Suggestion.nearest(argument, line.getCommandSpec().optionsMap().keySet())
                            .map(near -> "; did you mean " + near + "?").orElse("");
        }
        if (line.getParent() != null) {
            return "\"" + argument + "\" is one argument too many";
        }
        return "there is no command \"" + argument + "\"" + Suggestion.nearest(argument, Chatc.COMMANDS)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; there are " + String.join(", ", Chatc.COMMANDS));
    }

    private static String missing(MissingParameterException e) {
        boolean room = e.getMissing().stream().anyMatch(arg -> arg.paramLabel().equals(Options.ROOM_LABEL));
        return e.getMessage()
                + (room ? " (a shell takes # for the beginning of a comment: quote it, or leave it out)" : "");
    }
}
