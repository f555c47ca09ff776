package parley.scenarios.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.scenarios.language.Sight;
import parley.scenarios.language.Written;

/**
 * Finds an entry of its own for each of several things to be seen, in whatever order they came. Where patterns could
 * fit the same entries it tries one choice after the other.
 *
 * @param wanted what is to be seen; what is to be seen several times stands there as often
 */
record AnyOrder(List<Wanted> wanted, String nick) {

    /** One thing that is to be seen, and the line that says so. */
    record Wanted(Sight sight, Written step) {
    }

    /**
     * All were found.
     *
     * @param entries one for each that was wanted, in their order
     */
    record Found(List<Entry> entries, Map<String, String> captures) {
    }

    /** Looks among these; empty if not all are there. */
    Optional<Found> in(List<Entry> entries, Map<String, String> captures) {
        List<Entry> open = entries.stream().filter(Entry::open).toList();
        return missing(open, captures).isPresent() ? Optional.empty() : find(0, open, new ArrayList<>(), captures);
    }

    /** The first for which there is nothing at all. */
    Optional<Wanted> missing(List<Entry> entries, Map<String, String> captures) {
        return wanted.stream()
                .filter(want -> entries.stream().noneMatch(entry -> fits(want, entry, captures).isPresent()))
                .findFirst();
    }

    private Optional<Likeness> fits(Wanted want, Entry entry, Map<String, String> captures) {
        return Likeness.of(want.sight(), entry, nick, captures).filter(Likeness::complete);
    }

    private Optional<Found> find(int next, List<Entry> open, List<Entry> taken, Map<String, String> captures) {
        if (next == wanted.size()) {
            return Optional.of(new Found(List.copyOf(taken), captures));
        }
        for (Entry entry : open.subList(from(next, open, taken), open.size())) {
            Optional<Likeness> likeness =
                    taken.contains(entry) ? Optional.empty() : fits(wanted.get(next), entry, captures);
            if (likeness.isPresent()) {
                taken.add(entry);
                Optional<Found> found = find(next + 1, open, taken, likeness.get().captures());
                if (found.isPresent()) {
                    return found;
                }
                taken.removeLast();
            }
        }
        return Optional.empty();
    }

    /** Which of two that want the same gets which makes no difference: so the later one gets the later entry. */
    private int from(int next, List<Entry> open, List<Entry> taken) {
        boolean same = next > 0 && wanted.get(next).equals(wanted.get(next - 1));
        return same ? open.indexOf(taken.getLast()) + 1 : 0;
    }
}
