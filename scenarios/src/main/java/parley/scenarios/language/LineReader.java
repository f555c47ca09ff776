package parley.scenarios.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads lines that are no comment: steps, blocks with the lines below them, and what is read and then is no step.
 *
 * @param within the files that are being read, each included by the one before it
 */
record LineReader(Variables variables, List<Problem> problems, List<String> within) {

    private static final Form INCLUDE = Form.of("include TEXT");
    private static final Form SET = Form.of("set NAME [to TEXT]");

    /** Reads a line, and what belongs to it of the lines that follow, and adds what it says to the steps. */
    void read(Written line, Lines lines, List<Step> steps) {
        if (!Lines.indent(line).isEmpty()) {
            problems.add(new Problem(line, 0, 1,
                    "this line is indented, but the line it would belong to opens no block"));
            return;
        }
        readIndented(line, lines, steps);
    }

    private void readIndented(Written line, Lines lines, List<Step> steps) {
        try {
            Words words = new Words(new Slice(line.text(), 0));
            switch (words.peek().text()) {
                case "include" -> include(line, arguments(INCLUDE, words).word(0), steps);
                case "set" -> set(arguments(SET, words));
                case String first when words.left().text().equals("server") -> server(line, lines, steps);
                case String first when Directive.WORDS.contains(first) -> directive(line, words, lines, steps);
                default -> steps.add(StepReader.read(line));
            }
        } catch (Mistake e) {
            problems.add(e.in(line));
        }
    }

    private static Slots arguments(Form form, Words words) throws Mistake {
        form.keywords().forEach(keyword -> words.next());
        return new Slots(form.read(words));
    }

    private void set(Slots slots) throws Mistake {
        variables.set(slots.word(0), slots.has(1) ? slots.word(1) : null);
    }

    private void server(Written line, Lines lines, List<Step> steps) {
        switch (ServerReader.read(line, lines.below(line), variables)) {
            case ServerReader.Read read -> steps.add(read.step());
            case ServerReader.NotRead not -> problems.addAll(not.problems());
        }
    }

    private void directive(Written line, Words words, Lines lines, List<Step> steps) throws Mistake {
        Slice whole = words.left();
        Directive directive = StepReader.directive(words);
        Directive.Inside inside = directive.inside();
        Slots slots = new Slots(directive.form().read(words));
        List<Step> below = inside == null ? List.of() : block(line, lines, inside);
        if (inside != null && below.isEmpty() && problems.isEmpty()) {
            throw new Mistake(whole, "below this are missing the steps it is about, indented");
        }
        steps.add(directive.maker().make(line, slots, below));
    }

    /** The steps of a block: all lines below its head that are indented deeper, each as deep as the first. */
    private List<Step> block(Written head, Lines lines, Directive.Inside inside) {
        List<Step> steps = new ArrayList<>();
        String indent = "";
        while (lines.deeper(head)) {
            Written line = lines.next();
            indent = indent.isEmpty() ? Lines.indent(line) : indent;
            if (!Lines.indent(line).equals(indent)) {
                problems.add(new Problem(line, 0, Lines.indent(line).length(),
                        "this line is not indented as the one before it in the same block"));
            } else if (line.text().charAt(indent.length()) != '#') {
                readIndented(line, lines, steps);
            }
        }
        steps.stream().filter(step -> !inside.fits().test(step))
                .forEach(step -> problems.add(Problem.with(step.written().text().strip(), step.written(),
                        inside.sentence())));
        return steps;
    }

    private void include(Written line, Slice name, List<Step> steps) throws Mistake {
        Path file = ScenarioReader.beside(line.source(), name);
        if (within.contains(file.toString())) {
            throw new Mistake(name, "this includes itself: " + String.join(" includes ",
                    Stream.concat(within.stream().skip(within.indexOf(file.toString())), Stream.of(file.toString()))
                            .toList()));
        }
        try {
            Lines lines = new Lines(Source.lines(file.toString(), Source.text(file)));
            LineReader reader = new LineReader(variables, problems,
                    Stream.concat(within.stream(), Stream.of(file.toString())).toList());
            while (lines.hasNext()) {
                Written next = lines.next();
                if (!next.text().startsWith("#")) {
                    reader.read(next, lines, steps);
                }
            }
        } catch (ScenarioInvalid e) {
            if (e.problems().isEmpty()) {
                throw new Mistake(name, String.valueOf(e.getMessage()));
            }
            problems.addAll(e.problems());
        }
    }
}
