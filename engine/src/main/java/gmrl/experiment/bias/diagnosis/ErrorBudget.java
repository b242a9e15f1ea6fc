package gmrl.experiment.bias.diagnosis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.RootMeanSquare;
import gmrl.experiment.file.Json;
import gmrl.meta.MeanEstimate;
import gmrl.meta.Measures;
import java.util.List;

/**
 * How far one estimate is off, relative to the exact gradient, averaged over MDPs.
 *
 * @param angle degrees between one estimate and the exact gradient, mean over trials
 * @param angleError standard error of that mean
 * @param angleHalfWidth half of its 95 % interval, by Student's t with the degrees of freedom that
 *     unequal spreads leave (Welch 1947)
 * @param bias root of the mean squared relative bias; 0 where the estimate of its square is
 *     negative
 * @param biasHalfWidth half of the 95 % interval of the bias
 * @param noise root of the mean relative variance
 * @param total root of the mean relative squared error
 * @param totalError standard error of {@code total} from the finite number of trials
 * @param trials that count
 * @param lost trials that overflowed
 */
public record ErrorBudget(
    double angle,
    double angleError,
    double angleHalfWidth,
    double bias,
    double biasHalfWidth,
    double noise,
    double total,
    double totalError,
    long trials,
    long lost) {

  /** The budget of a point. */
  public static ErrorBudget of(BiasResult.PointResult point) {
    List<BiasResult.MdpResult> mdps = point.mdps();
    double angle = 0;
    double angleVariance = 0;
    double freedom = 0;
    RootMeanSquare bias = new RootMeanSquare();
    double noise2 = 0;
    int angles = 0;
    int noisy = 0;
    for (BiasResult.MdpResult mdp : mdps) {
      Measures m = mdp.measures();
      double scale = mdp.exact().metaGradient().squaredLength();
      if (!(scale > 0) || Double.isNaN(m.biasSquared().value())) {
        continue;
      }
      bias.add(m.biasSquared().value() / scale, m.biasSquared().halfWidth() / scale);
      // A bias of closed form is known before the trials that tell the noise.
      if (Double.isNaN(m.variance())) {
        continue;
      }
      noisy++;
      noise2 += m.variance() / scale;
      if (!Double.isNaN(m.trialAngle().mean())) {
        angle += m.trialAngle().mean();
        double se = m.trialAngle().standardError();
        angleVariance += Double.isNaN(se) ? 0 : se * se;
        freedom += Double.isNaN(se) ? 0 : Math.pow(se, 4) / (m.trialAngle().count() - 1);
        angles++;
      }
    }
    noise2 /= noisy;
    double total = Math.sqrt(Math.max(0, bias.meanSquare()) + noise2);
    long trials = point.trials();
    double angleError = Math.sqrt(angleVariance) / angles;
    return new ErrorBudget(
        angle / angles,
        angleError,
        freedom == 0
            ? 0
            : angleError
                * MeanEstimate.quantile95(1 + (int) (angleVariance * angleVariance / freedom)),
        bias.value(),
        bias.halfWidth(),
        Math.sqrt(noise2),
        total,
        total / Math.sqrt(2.0 * Math.max(1, trials)),
        trials,
        point.nonFiniteTrials());
  }

  /** Whether the bias is told apart from zero. */
  public boolean isBiasClear() {
    return bias > biasHalfWidth;
  }

  /** Whether there are numbers to speak of. */
  public boolean isKnown() {
    return Double.isFinite(total) && Double.isFinite(bias);
  }

  ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("angle", Json.number(angle));
    node.set("angleStandardError", Json.number(angleError));
    node.set("bias", Json.number(bias));
    node.set("biasHalfWidth", Json.number(biasHalfWidth));
    node.set("noise", Json.number(noise));
    node.set("total", Json.number(total));
    node.set("totalStandardError", Json.number(totalError));
    node.put("trials", trials).put("nonFiniteTrials", lost);
    return node;
  }
}
