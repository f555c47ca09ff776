package parley.chatc;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.protocol.text.FileTrouble;
import parley.protocol.text.Suggestion;
import parley.scenarios.report.Case;
import parley.scenarios.report.ReportFormat;
import parley.scenarios.report.Reporter;
import parley.scenarios.report.Run;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which reports a run gives, and where. */
final class ReportOptions {

    @Option(names = "--report", paramLabel = "FORMAT[=FILE]", converter = Wish.Reader.class,
            description = {"Reports as plain, tap, json, junit, github or html, in a file or on standard output.",
                    "Several are welcome; plain is on standard output unless another one is."})
    private List<Wish> wishes = List.of();

    /**
     * A report that is wanted.
     *
     * @param file empty for the standard output
     */
    record Wish(ReportFormat format, Optional<Path> file) {

        /** Whether the standard output is its own. Annotations stand between other lines. */
        boolean takesOutput() {
            return file.isEmpty() && format != ReportFormat.GITHUB;
        }

        static final class Reader implements ITypeConverter<Wish> {
            @Override
            public Wish convert(String text) {
                int equals = text.indexOf('=');
                String word = equals < 0 ? text : text.substring(0, equals);
                if (equals == text.length() - 1) {
                    throw new TypeConversionException("no file is named after " + text);
                }
                return new Wish(format(word), equals < 0
                        ? Optional.empty()
                        : Optional.of(Path.of(text.substring(equals + 1))));
            }

            private static ReportFormat format(String word) {
                List<String> words = Arrays.stream(ReportFormat.values()).map(ReportFormat::word).toList();
                return Arrays.stream(ReportFormat.values()).filter(format -> format.word().equals(word)).findFirst()
                        .orElseThrow(() -> new TypeConversionException("there is no report \"" + word + "\""
                                + Suggestion.nearest(word, words).map(near -> "; did you mean " + near + "?")
                                        .orElse("; there are " + String.join(", ", words))));
            }
        }
    }

    /**
     * The reports, with their files open, so that one that cannot be written is known before anything runs.
     *
     * @throws Complaint if a file cannot be written, or two want the standard output
     */
    Reports open(Shell shell) throws Complaint {
        List<Wish> forOutput = wishes.stream().filter(Wish::takesOutput).toList();
        if (forOutput.size() > 1) {
            throw new Complaint(Status.USAGE, "only one report can go to standard output, not "
                    + forOutput.stream().map(wish -> wish.format().word()).collect(Collectors.joining(" and "))
                    + "; name files, as in --report junit=FILE");
        }
        List<Wish> all = new ArrayList<>(wishes);
        if (forOutput.isEmpty()) {
            all.addFirst(new Wish(ReportFormat.PLAIN, Optional.empty()));
        }
        return Reports.open(all, shell);
    }

    /** Reports on one run, in several ways. */
    static final class Reports implements Reporter, AutoCloseable {

        private final List<Reporter> reporters = new ArrayList<>();
        private final List<PrintWriter> files = new ArrayList<>();

        private static Reports open(List<Wish> wishes, Shell shell) throws Complaint {
            Reports reports = new Reports();
            boolean color = shell.outIsTerminal() && shell.variable("NO_COLOR").isEmpty();
            for (Wish wish : wishes) {
                if (wish.file().isPresent()) {
                    reports.reporters.add(wish.format().on(reports.file(wish.file().get()), false));
                } else {
                    reports.reporters.add(wish.format().on(shell.out(), color));
                }
            }
            return reports;
        }

        private PrintWriter file(Path path) throws Complaint {
            try {
                Path folder = path.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                PrintWriter file = new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
                files.add(file);
                return file;
            } catch (IOException e) {
                close();
                throw new Complaint(Status.USAGE, "cannot write the report " + path + ": " + FileTrouble.writing(e));
            }
        }

        @Override
        public boolean tellsAllOfWhatPassed() {
            return reporters.stream().anyMatch(Reporter::tellsAllOfWhatPassed);
        }

        @Override
        public void scenario(Case scenario) {
            reporters.forEach(reporter -> reporter.scenario(scenario));
        }

        @Override
        public void ended(Run run) {
            reporters.forEach(reporter -> reporter.ended(run));
        }

        @Override
        public void close() {
            files.forEach(PrintWriter::close);
        }
    }
}
