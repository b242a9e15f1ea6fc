package gmrl.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Runs commands in this process and keeps what they print. */
record Cli(int code, String out, String err) {

  static Cli run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Cli(code, out.toString(), err.toString());
  }

  /** Runs a command with options on top of a base, whose own give way: an option is given once. */
  static Cli runOver(List<String> base, String... more) {
    List<String> args = new ArrayList<>(base);
    for (String option : more) {
      int own = args.indexOf(option);
      if (option.startsWith("--") && own >= 0) {
        args.remove(own);
        args.remove(own);
      }
    }
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  JsonNode json() throws Exception {
    return new ObjectMapper().readTree(out);
  }
}
