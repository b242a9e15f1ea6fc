/**
 * The one list of the window's families: {@link gmrl.app.rooms.Rooms} for panels, pages and places
 * in the state, {@link gmrl.app.rooms.Catalogue} for the figures they can make. Each family has a
 * room of its own with its charts, words and page; no family knows another.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.rooms;
