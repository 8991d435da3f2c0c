package org.clientele.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test that a broken source has to fail, whatever else it fails. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface CaughtBy {
    String value();

    /** Words of the failure's message, without which its author would not know what the source did wrong. */
    String saying();
}
