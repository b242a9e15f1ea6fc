/**
 * Lessons: bookmarks with a question each, "predict, then reveal". {@link
 * gmrl.app.lesson.LessonFile} reads them, {@link gmrl.app.lesson.LessonViewModel} walks through
 * one, {@link gmrl.app.lesson.LessonView} shows it in place of the controls.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.lesson;
