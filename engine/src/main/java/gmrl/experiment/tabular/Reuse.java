package gmrl.experiment.tabular;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.StdConverter;
import gmrl.experiment.file.JsonView;
import gmrl.mdp.Reweighting;
import java.util.Optional;

/**
 * Off-policy reuse as documents have it: false, or the name of the correction; true is the balance
 * heuristic.
 */
record Reuse(Optional<Reweighting> how) {

  JsonNode json() {
    return how.<JsonNode>map(r -> TextNode.valueOf(r.token())).orElse(BooleanNode.FALSE);
  }

  static Reuse read(JsonView json) {
    if (json.isText()) {
      return new Reuse(Optional.of(Reweighting.parse(json.text())));
    }
    return new Reuse(json.flag() ? Optional.of(Reweighting.BALANCE) : Optional.empty());
  }

  /** For writing. */
  static final class From extends StdConverter<Optional<Reweighting>, Reuse> {
    @Override
    public Reuse convert(Optional<Reweighting> how) {
      return new Reuse(how);
    }
  }

  /** For reading. */
  static final class To extends StdConverter<Reuse, Optional<Reweighting>> {
    @Override
    public Optional<Reweighting> convert(Reuse reuse) {
      return reuse.how();
    }
  }
}
