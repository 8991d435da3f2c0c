package org.clientele.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Describes the keys of the PID {@code org.clientele.directory} for tools; {@link DirectorySettings} reads them. */
@ObjectClassDefinition(
        id = DirectorySettings.PID,
        localization = "OSGI-INF/l10n/directory",
        name = "%directory.name",
        description = "%directory.description")
@interface DirectoryConfiguration {
    @AttributeDefinition(name = "%slots.name", description = "%slots.description", min = "0", max = "9999")
    int slots() default 10;

    @AttributeDefinition(name = "%checkEmailAddresses.name", description = "%checkEmailAddresses.description")
    boolean checkEmailAddresses() default true;

    @AttributeDefinition(name = "%linkAddress.name", description = "%linkAddress.description", required = false)
    String linkAddress() default "";

    @AttributeDefinition(name = "%allowedOrigins.name", description = "%allowedOrigins.description", required = false)
    String[] allowedOrigins() default {};
}
