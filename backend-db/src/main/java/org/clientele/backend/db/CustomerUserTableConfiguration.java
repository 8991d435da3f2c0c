package org.clientele.backend.db;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The keys of a configuration for tools that show forms; the rows of the map cannot be described this way. */
@ObjectClassDefinition(
        name = "%customerUsers.name",
        description = "%customerUsers.description",
        localization = "OSGI-INF/l10n/keys")
@interface CustomerUserTableConfiguration {
    @AttributeDefinition(name = "%slot.name", description = "%slot.description", required = false)
    String slot() default "";

    @AttributeDefinition(name = "%sourceId.name", description = "%sourceId.description", required = false)
    String sourceId() default "";

    @AttributeDefinition(name = "%name.name", description = "%name.description", required = false)
    String name() default "";

    @AttributeDefinition(name = "%table.name", description = "%table.description", required = false)
    String table() default "customer_user";

    @AttributeDefinition(name = "%dataSourceName.name", description = "%dataSourceName.description", required = false)
    String dataSourceName() default "clientele";

    @AttributeDefinition(name = "%dsn.name", description = "%dsn.description", required = false)
    String dsn() default "";

    @AttributeDefinition(name = "%user.name", description = "%user.description", required = false)
    String user() default "";

    @AttributeDefinition(
            name = "%password.name",
            description = "%password.description",
            required = false,
            type = AttributeType.PASSWORD)
    String password() default "";

    @AttributeDefinition(name = "%type.name", description = "%type.description", required = false)
    String type() default "";

    @AttributeDefinition(name = "%foreignDb.name", description = "%foreignDb.description", required = false)
    boolean foreignDb() default false;

    @AttributeDefinition(name = "%caseSensitive.name", description = "%caseSensitive.description", required = false)
    String caseSensitive() default "";

    @AttributeDefinition(
            name = "%searchCaseSensitive.name",
            description = "%searchCaseSensitive.description",
            required = false)
    boolean searchCaseSensitive() default false;

    @AttributeDefinition(name = "%customerKey.name", description = "%customerKey.description", required = false)
    String customerKey() default "login";

    @AttributeDefinition(name = "%customerId.name", description = "%customerId.description", required = false)
    String customerId() default "customer_id";

    @AttributeDefinition(name = "%customerValid.name", description = "%customerValid.description", required = false)
    String customerValid() default "valid_id";

    @AttributeDefinition(
            name = "%listFields.name",
            description = "%listFields.description",
            required = false,
            cardinality = Integer.MAX_VALUE)
    String[] listFields() default {"first_name", "last_name", "email"};

    @AttributeDefinition(
            name = "%searchFields.name",
            description = "%searchFields.description",
            required = false,
            cardinality = Integer.MAX_VALUE)
    String[] searchFields() default {"login", "first_name", "last_name", "customer_id"};

    @AttributeDefinition(name = "%searchPrefix.name", description = "%searchPrefix.description", required = false)
    String searchPrefix() default "*";

    @AttributeDefinition(name = "%searchSuffix.name", description = "%searchSuffix.description", required = false)
    String searchSuffix() default "*";

    @AttributeDefinition(name = "%searchListLimit.name", description = "%searchListLimit.description", required = false)
    int searchListLimit() default 250;

    @AttributeDefinition(
            name = "%postMasterSearchFields.name",
            description = "%postMasterSearchFields.description",
            required = false,
            cardinality = Integer.MAX_VALUE)
    String[] postMasterSearchFields() default {"email"};

    @AttributeDefinition(
            name = "%nameFields.name",
            description = "%nameFields.description",
            required = false,
            cardinality = Integer.MAX_VALUE)
    String[] nameFields() default {"title", "first_name", "last_name"};

    @AttributeDefinition(name = "%nameFieldsJoin.name", description = "%nameFieldsJoin.description", required = false)
    String nameFieldsJoin() default " ";

    @AttributeDefinition(name = "%emailUniqCheck.name", description = "%emailUniqCheck.description", required = false)
    boolean emailUniqCheck() default true;

    @AttributeDefinition(
            name = "%customerCompanySupport.name",
            description = "%customerCompanySupport.description",
            required = false)
    boolean customerCompanySupport() default true;

    @AttributeDefinition(
            name = "%excludePrimaryCustomerId.name",
            description = "%excludePrimaryCustomerId.description",
            required = false)
    boolean excludePrimaryCustomerId() default false;

    @AttributeDefinition(
            name = "%autoLoginCreation.name",
            description = "%autoLoginCreation.description",
            required = false)
    boolean autoLoginCreation() default false;

    @AttributeDefinition(
            name = "%autoLoginCreationPrefix.name",
            description = "%autoLoginCreationPrefix.description",
            required = false)
    String autoLoginCreationPrefix() default "auto";

    @AttributeDefinition(
            name = "%adminSetPreferences.name",
            description = "%adminSetPreferences.description",
            required = false)
    boolean adminSetPreferences() default true;

    @AttributeDefinition(
            name = "%passwordFormat.name",
            description = "%passwordFormat.description",
            required = false,
            options = {
                @Option(label = "argon2id", value = "argon2id"),
                @Option(label = "bcrypt", value = "bcrypt"),
                @Option(label = "sha512", value = "sha512"),
                @Option(label = "sha2", value = "sha2"),
                @Option(label = "sha1", value = "sha1"),
                @Option(label = "apr1", value = "apr1"),
                @Option(label = "md5", value = "md5"),
                @Option(label = "crypt", value = "crypt")
            })
    String passwordFormat() default "argon2id";

    @AttributeDefinition(name = "%passwordUpgrade.name", description = "%passwordUpgrade.description", required = false)
    String passwordUpgrade() default "";

    @AttributeDefinition(name = "%readOnly.name", description = "%readOnly.description", required = false)
    boolean readOnly() default false;

    @AttributeDefinition(name = "%uniqueness.name", description = "%uniqueness.description", required = false)
    String uniqueness() default "";

    @AttributeDefinition(name = "%auditUserId.name", description = "%auditUserId.description", required = false)
    int auditUserId() default 1;

    @AttributeDefinition(name = "%nativeId.name", description = "%nativeId.description", required = false)
    String nativeId() default "";

    @AttributeDefinition(name = "%answerTimeLimit.name", description = "%answerTimeLimit.description", required = false)
    String answerTimeLimit() default "5";

    @AttributeDefinition(name = "%cacheTtl.name", description = "%cacheTtl.description", required = false)
    String cacheTtl() default "86400";

    @AttributeDefinition(name = "%die.name", description = "%die.description", required = false)
    boolean die() default false;
}
