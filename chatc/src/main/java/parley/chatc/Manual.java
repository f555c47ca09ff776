package parley.chatc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes a command's help as a manual page, in the macros of man(7). */
final class Manual {

    private static final String EXIT_STATUS = "Exit status: ";
    private static final String EXAMPLES = "Examples:";

    private final CommandSpec spec;
    private final StringBuilder page = new StringBuilder();
    private boolean begun;

    private Manual(CommandSpec spec) {
        this.spec = spec;
    }

    static String page(CommandSpec spec) {
        return new Manual(spec).write();
    }

    private String write() {
        String name = spec.qualifiedName("-");
        String[] description = spec.usageMessage().description();
        line(".TH " + quoted(name.toUpperCase(Locale.ROOT)) + " 1 \"\" " + quoted(spec.root().version()[0])
                + " \"Parley\"");
        section("NAME");
        line(text(name) + " \\- " + text(firstSentence(description[0])));
        section("SYNOPSIS");
        line(text(new Help(spec).synopsis(0).strip().replaceAll("\\s+", " ")));
        section("DESCRIPTION");
        paragraphs(Arrays.asList(description));
        commands();
        arguments();
        footer(Arrays.asList(spec.usageMessage().footer()));
        seeAlso();
        return page.toString();
    }

    private static String firstSentence(String text) {
        int end = text.indexOf('.');
        String sentence = end < 0 ? text : text.substring(0, end);
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private void commands() {
        if (!spec.subcommands().isEmpty()) {
            section("COMMANDS");
            spec.subcommands().forEach((name, command) -> item("\\fB" + text(name) + "\\fR",
                    firstSentence(command.getCommandSpec().usageMessage().description()[0]) + "; "
                            + command.getCommandSpec().qualifiedName("-") + "(1)"));
        }
    }

    private void arguments() {
        section("OPTIONS");
        spec.positionalParameters().forEach(it -> item(label(it), String.join(" ", described(it))));
        spec.options().forEach(it -> item(names(it), String.join(" ", described(it))));
    }

    private static String[] described(ArgSpec arg) {
        return arg.description();
    }

    private static String names(OptionSpec option) {
        String names = Arrays.stream(option.names()).map(name -> "\\fB" + text(name) + "\\fR")
                .collect(Collectors.joining(", "));
        return option.arity().max() == 0 ? names : names + "=" + label(option);
    }

    private static String label(ArgSpec arg) {
        return "\\fI" + text(arg.paramLabel()) + "\\fR";
    }

    /** Help has paragraphs, then perhaps the exit status, then examples to the end. */
    private void footer(List<String> footer) {
        int examples = footer.indexOf(EXAMPLES);
        List<String> before = footer.subList(0, examples);
        List<String> status = exitStatus(before);
        List<String> plain = before.stream().filter(it -> !status.contains(it)).toList();
        if (plain.stream().anyMatch(it -> !it.isBlank())) {
            section("NOTES");
            paragraphs(plain);
        }
        if (!status.isEmpty()) {
            section("EXIT STATUS");
            line(text(String.join(" ", status).substring(EXIT_STATUS.length())));
        }
        section("EXAMPLES");
        literal(footer.subList(examples + 1, footer.size()));
    }

    /** The lines about it, as far as the next blank one. */
    private static List<String> exitStatus(List<String> lines) {
        return lines.stream().dropWhile(it -> !it.startsWith(EXIT_STATUS)).takeWhile(it -> !it.isBlank()).toList();
    }

    /** Lines that are indented stand as they are. */
    private void paragraphs(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            int end = i;
            while (end < lines.size() && lines.get(end).startsWith("  ")) {
                end++;
            }
            if (end > i) {
                literal(lines.subList(i, end));
                i = end - 1;
            } else if (!lines.get(i).isBlank()) {
                paragraph();
                line(text(lines.get(i)));
            }
        }
    }

    private void literal(List<String> lines) {
        paragraph();
        line(".nf");
        lines.forEach(it -> line(it.isBlank() ? ".sp" : text(it)));
        line(".fi");
    }

    private void seeAlso() {
        section("SEE ALSO");
        String root = spec.root().name();
        String other = root.equals("chatc") ? "chatd" : "chatc";
        line(".BR " + (spec.parent() == null ? other : root) + " (1)");
    }

    private void section(String title) {
        line(".SH " + quoted(title));
        begun = true;
    }

    /** A section begins with a paragraph by itself. */
    private void paragraph() {
        if (!begun) {
            line(".PP");
        }
    }

    private void item(String term, String text) {
        line(".TP");
        line(term);
        line(text(text));
    }

    private void line(String line) {
        begun = false;
        page.append(line).append('\n');
    }

    private static String quoted(String text) {
        return "\"" + text(text).replace("\"", "\\(dq") + "\"";
    }

    /** As roff reads it: a hyphen that can be copied, and nothing at a line's beginning that would be a macro. */
    private static String text(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
