package gmrl.app.story;

/** What computes for a scene; it rests while the scene is out of sight. */
interface SceneModel {

  /** The scene came into sight. */
  void start();

  /** It went out of sight. */
  void stop();
}
