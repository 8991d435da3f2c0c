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

    @AttributeDefinition(name = "%groupSupport.name", description = "%groupSupport.description")
    boolean groupSupport() default false;

    @AttributeDefinition(name = "%permissionTypes.name", description = "%permissionTypes.description")
    String[] permissionTypes() default {"ro", "rw"};

    @AttributeDefinition(name = "%otherCustomers.name", description = "%otherCustomers.description")
    boolean otherCustomers() default false;

    @AttributeDefinition(name = "%alwaysGroups.name", description = "%alwaysGroups.description", required = false)
    String[] alwaysGroups() default {"users"};

    @AttributeDefinition(
            name = "%customerAlwaysGroups.name",
            description = "%customerAlwaysGroups.description",
            required = false)
    String[] customerAlwaysGroups() default {"users"};

    @AttributeDefinition(name = "%preferences.name", description = "%preferences.description", required = false)
    String[] preferences() default {PreferenceSettings.LANGUAGE, PreferenceSettings.TIME_ZONE};

    @AttributeDefinition(name = "%allowedOrigins.name", description = "%allowedOrigins.description", required = false)
    String[] allowedOrigins() default {};

    @AttributeDefinition(name = "%viewRoles.name", description = "%viewRoles.description", required = false)
    String[] viewRoles() default {"admin"};

    @AttributeDefinition(
            name = "%customerUserRoles.name",
            description = "%customerUserRoles.description",
            required = false)
    String[] customerUserRoles() default {"admin"};

    @AttributeDefinition(name = "%customerRoles.name", description = "%customerRoles.description", required = false)
    String[] customerRoles() default {"admin"};

    @AttributeDefinition(name = "%passwordRoles.name", description = "%passwordRoles.description", required = false)
    String[] passwordRoles() default {"admin"};

    @AttributeDefinition(name = "%sourceRoles.name", description = "%sourceRoles.description", required = false)
    String[] sourceRoles() default {"admin"};

    @AttributeDefinition(
            name = "%auditRetention.name",
            description = "%auditRetention.description",
            min = "0",
            max = "36500")
    int auditRetention() default 0;
}
