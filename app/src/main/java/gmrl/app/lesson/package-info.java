/**
 * Lessons: a walk through questions and live plots, "predict, then reveal".
 *
 * <p>{@link gmrl.app.lesson.LessonFile} reads them; a family of experiments joins with an {@link
 * gmrl.app.lesson.Illustrator}, which makes plots of its specifications; {@link
 * gmrl.app.lesson.Claim} holds what an answer says against the numbers.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.lesson;
