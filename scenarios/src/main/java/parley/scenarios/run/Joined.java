package parley.scenarios.run;

import java.util.AbstractList;
import java.util.List;
import parley.scenarios.language.Step;

/** Steps, and after them others: a view, so that looking ahead costs nothing as long as nobody looks. */
final class Joined extends AbstractList<Step> {

    private final List<Step> first;
    private final List<Step> then;

    private Joined(List<Step> first, List<Step> then) {
        this.first = first;
        this.then = then;
    }

    static List<Step> of(List<Step> first, List<Step> then) {
        return then.isEmpty() ? first : new Joined(first, then);
    }

    @Override
    public Step get(int index) {
        return index < first.size() ? first.get(index) : then.get(index - first.size());
    }

    @Override
    public int size() {
        return first.size() + then.size();
    }
}
