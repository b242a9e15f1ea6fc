package gmrl.app.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

/** A test of something on a stage; a busy machine may take its time to open it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith({OnScreen.Patience.class, ApplicationExtension.class})
public @interface OnScreen {
  /** Sets how long the toolkit may take. */
  final class Patience implements BeforeAllCallback {
    private static final int MILLIS = 240_000;

    @Override
    public void beforeAll(ExtensionContext context) {
      FxToolkit.toolkitContext().setSetupTimeoutInMillis(MILLIS);
    }
  }
}
