package gmrl.atari.mini;

import java.util.Arrays;

/**
 * Things in the water that move along a row, oldest first. Only grows when it has never held so
 * many.
 */
final class Shoal {
  private static final int MOST = 1 << 16;

  int size;
  int[] rows = new int[16];
  int[] columns = new int[16];
  int[] headings = new int[16];
  int[] timers = new int[16];
  int[] guns = new int[16];

  void clear() {
    size = 0;
  }

  void add(int row, int column, int heading, int timer, int gun) {
    reserve(size + 1);
    rows[size] = row;
    columns[size] = column;
    headings[size] = heading;
    timers[size] = timer;
    guns[size] = gun;
    size++;
  }

  private void reserve(int count) {
    if (count > rows.length) {
      int room = Math.max(count, 2 * rows.length);
      rows = Arrays.copyOf(rows, room);
      columns = Arrays.copyOf(columns, room);
      headings = Arrays.copyOf(headings, room);
      timers = Arrays.copyOf(timers, room);
      guns = Arrays.copyOf(guns, room);
    }
  }

  /** The order of the others stays. */
  void remove(int i) {
    int after = size - i - 1;
    System.arraycopy(rows, i + 1, rows, i, after);
    System.arraycopy(columns, i + 1, columns, i, after);
    System.arraycopy(headings, i + 1, headings, i, after);
    System.arraycopy(timers, i + 1, timers, i, after);
    System.arraycopy(guns, i + 1, guns, i, after);
    size--;
  }

  /** Moves one on; false if it has left the grid, which it has then also left here. */
  boolean advance(int i) {
    columns[i] += headings[i];
    if (Rules.inside(columns[i])) {
      return true;
    }
    remove(i);
    return false;
  }

  boolean at(int i, int row, int column) {
    return rows[i] == row && columns[i] == column;
  }

  /** Removes the oldest one on that cell, if there is one. */
  boolean take(int row, int column) {
    for (int i = 0; i < size; i++) {
      if (at(i, row, column)) {
        remove(i);
        return true;
      }
    }
    return false;
  }

  /** Whether one in that row heads another way. */
  boolean opposes(int row, int heading) {
    for (int i = 0; i < size; i++) {
      if (rows[i] == row && headings[i] != heading) {
        return true;
      }
    }
    return false;
  }

  void draw(Picture to, int channel) {
    for (int i = 0; i < size; i++) {
      to.light(rows[i], columns[i], channel);
    }
  }

  void drawTrail(Picture to, int channel) {
    for (int i = 0; i < size; i++) {
      to.lightInside(rows[i], columns[i] - headings[i], channel);
    }
  }

  void visit(Fields fields, String name) {
    size = fields.number(name, size, 0, MOST);
    reserve(size);
    fields.numbers(name + ".rows", rows, size, 0, Rules.SIZE - 1);
    fields.numbers(name + ".columns", columns, size, 0, Rules.SIZE - 1);
    fields.numbers(name + ".headings", headings, size, -1, 1);
    fields.numbers(name + ".timers", timers, size, 0, Seaquest.SLOWEST_CLOCK);
    fields.numbers(name + ".guns", guns, size, 0, Seaquest.SLOWEST_CLOCK);
  }
}
