package parley.chatc;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chatc completion}. */
@Command(name = "completion", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true,
        sortOptions = false, description = "Prints what a shell needs to complete chatc's commands and options.",
        footer = {"", "Examples:", "  . <(chatc completion bash)        now; or a line in ~/.bashrc",
                "  . <(chatc completion zsh)         now; or a line in ~/.zshrc, after compinit",
                "  chatc completion fish >~/.config/fish/completions/chatc.fish"})
final class CompletionCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    private Language shell = Language.bash;

    /** The shells, as they are called. */
    enum Language {
        bash, zsh, fish
    }

    CompletionCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() {
        CommandLine whole = Chatc.whole(chatc.shell());
        chatc.shell().out().print(switch (shell) {
            case bash, zsh -> AutoComplete.bash("chatc", whole); // it tells by itself which of them reads it
            case fish -> FishCompletion.of(whole.getCommandSpec());
        });
        chatc.shell().out().flush();
        return Status.DONE;
    }
}
