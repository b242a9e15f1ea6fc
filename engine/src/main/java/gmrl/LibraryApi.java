package gmrl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For programs of users: public although nothing in this project's own programs calls it. On a
 * package it holds for everything inside. Public methods without it that only tests call do not
 * pass the build.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PACKAGE, ElementType.TYPE, ElementType.METHOD})
public @interface LibraryApi {}
