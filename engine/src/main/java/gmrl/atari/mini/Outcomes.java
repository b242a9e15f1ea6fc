package gmrl.atari.mini;

import gmrl.atari.mini.Recording.Outcome;
import java.io.IOException;
import java.util.List;

/** Reads the random outcomes of a recording by what they mean, in the order of the rules. */
final class Outcomes {
  private Outcomes() {}

  static void read(Place event, List<Outcome> out) throws IOException {
    Place spawn = event.maybe("spawn");
    Place enemy = event.maybe("enemy");
    Place diver = event.maybe("diver");
    Place ball = event.maybe("ballStart");
    Place cars = event.maybe("cars");
    if (spawn != null) {
      add(out, Draw.ITEM_FROM_LEFT, spawn.at("fromLeft").flag());
      add(out, Draw.ITEM_GOLD, spawn.at("gold").flag());
      if (!spawn.at("slot").isNull()) {
        out.add(new Outcome(Draw.ITEM_SLOT, spawn.at("slot").integer(0, 7)));
      }
    } else if (enemy != null) {
      add(out, Draw.ENEMY_FROM_LEFT, enemy.at("fromLeft").flag());
      add(out, Draw.ENEMY_SUBMARINE, enemy.at("sub").flag());
      out.add(new Outcome(Draw.ENEMY_ROW, enemy.at("row").integer(1, 8)));
    } else if (diver != null) {
      add(out, Draw.DIVER_FROM_LEFT, diver.at("fromLeft").flag());
      out.add(new Outcome(Draw.DIVER_ROW, diver.at("row").integer(1, 8)));
    } else if (ball != null) {
      out.add(new Outcome(Draw.BALL_START, ball.integer(0, 1)));
    } else if (cars != null) {
      cars(cars, out);
    } else {
      event.expect(false, "an outcome: spawn, enemy, diver, ballStart or cars");
    }
  }

  private static void cars(Place cars, List<Outcome> out) throws IOException {
    List<Place> all = cars.elements();
    cars.expect(all.size() == 8, "8 cars [column, timer, signed speed]");
    for (Place car : all) {
      car.expect(car.elements().size() == 3, "[column, timer, signed speed]");
      out.add(new Outcome(Draw.CAR_SPEED, Math.abs(car.elements().get(2).integer(-5, 5))));
    }
    for (Place car : all) {
      add(out, Draw.CAR_TO_LEFT, car.elements().get(2).integer(-5, 5) < 0);
    }
  }

  private static void add(List<Outcome> out, Draw what, boolean value) {
    out.add(new Outcome(what, value ? 1 : 0));
  }
}
