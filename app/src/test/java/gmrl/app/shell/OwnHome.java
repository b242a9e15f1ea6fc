package gmrl.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real window keeps what it keeps in an empty folder, not where the person at work has it. */
public final class OwnHome implements BeforeAllCallback, AfterAllCallback {
  private static final String HOME = "gmrl.home";

  /** The folder. */
  public static Path path() {
    return Path.of(System.getProperty(HOME));
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    System.setProperty(HOME, Files.createTempDirectory("gmrl-window").toString());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.clearProperty(HOME);
  }
}
