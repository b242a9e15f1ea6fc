package gmrl.app.state;

/**
 * What a person has done beside the state: a step in the same order of undo. Belongs to the
 * interface thread.
 */
public interface Undoable {
  /** Takes it back. */
  void undo();

  /** Does it again. */
  void redo();
}
