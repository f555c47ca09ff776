package parley.chatd.core;

/** Patterns in which {@code *} stands for any run of characters and {@code ?} for one. */
public final class Glob {

    private Glob() {
    }

    /** Whether a text is like a pattern with {@code *} and {@code ?}; takes time in proportion to both lengths. */
    public static boolean matches(String pattern, String text) {
        int p = 0;
        int star = -1;
        int resume = 0;
        for (int t = 0; t < text.length();) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        return pattern.chars().skip(p).allMatch(c -> c == '*');
    }
}
