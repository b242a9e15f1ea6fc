package gmrl.atari;

/**
 * A finished game.
 *
 * @param environment which of the environments played it, from 0
 * @param score sum of the game's own rewards, before any clipping
 * @param length decisions
 * @param frames emulator frames, {@code length} where one decision is one frame
 * @param truncated whether a time limit cut it
 */
public record Episode(int environment, double score, int length, long frames, boolean truncated) {}
