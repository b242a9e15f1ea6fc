package gmrl.cli;

import gmrl.experiment.Provenance;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    Provenance here = Provenance.current();
    return new String[] {
      "GMRL Lab " + here.version(), "Java " + here.java() + ", " + here.system()
    };
  }
}
