/**
 * The one list of the window's families, {@link gmrl.app.rooms.Rooms}: panels and pages, places in
 * the state, figures ({@link gmrl.app.rooms.Catalogue}). Each family has a room of its own with its
 * charts, words and page; no family knows another.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.rooms;
