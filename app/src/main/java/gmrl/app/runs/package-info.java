/**
 * Runs as objects: the drawer of named and recent runs ({@link gmrl.app.runs.RunsDrawer}) and the
 * page of all stored runs with its comparison of two ({@link gmrl.app.runs.RunsFeature}).
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.runs;
