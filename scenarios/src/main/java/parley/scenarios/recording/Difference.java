package parley.scenarios.recording;

/**
 * Where what came is not what was expected.
 *
 * @param field its name; {@code name} if it is another kind of line
 */
record Difference(String field, String expected, String got) {
}
