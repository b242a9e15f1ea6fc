package gmrl.experiment;

/**
 * Something under the name by which a legend tells it from its neighbours.
 *
 * @param label for people
 * @param value what is named
 */
public record Labelled<T>(String label, T value) {}
