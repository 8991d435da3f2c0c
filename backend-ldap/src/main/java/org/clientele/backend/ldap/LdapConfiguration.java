package org.clientele.backend.ldap;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Describes the keys for tools; {@link LdapSettingsReader} reads them. Not described, because their names vary, are the rows
 * {@code map.N} and {@code selections.VARIABLE}. What depends on {@code vendor} has no default here: a tool that writes down
 * all defaults would make it count.
 */
@ObjectClassDefinition(
        id = LdapSourceComponent.PID,
        localization = "OSGI-INF/l10n/ldap",
        name = "%title",
        description = "%help")
@interface LdapConfiguration {
    @AttributeDefinition(name = "%name.name", description = "%name.help", required = false, defaultValue = "LDAP")
    String name();

    @AttributeDefinition(name = "%slot.name", description = "%slot.help", required = false)
    String slot();

    @AttributeDefinition(name = "%sourceId.name", description = "%sourceId.help", required = false)
    String sourceId();

    @AttributeDefinition(
            name = "%vendor.name",
            description = "%vendor.help",
            required = false,
            defaultValue = "generic")
    String vendor();

    @AttributeDefinition(name = "%host.name", description = "%host.help")
    String host();

    @AttributeDefinition(name = "%port.name", description = "%port.help", required = false)
    String port();

    @AttributeDefinition(name = "%tls.name", description = "%tls.help", required = false)
    String tls();

    @AttributeDefinition(name = "%trustStore.name", description = "%trustStore.help", required = false)
    String trustStore();

    @AttributeDefinition(
            name = "%trustStorePassword.name",
            description = "%trustStorePassword.help",
            type = AttributeType.PASSWORD,
            required = false)
    String trustStorePassword();

    @AttributeDefinition(name = "%keyStore.name", description = "%keyStore.help", required = false)
    String keyStore();

    @AttributeDefinition(
            name = "%keyStorePassword.name",
            description = "%keyStorePassword.help",
            type = AttributeType.PASSWORD,
            required = false)
    String keyStorePassword();

    @AttributeDefinition(
            name = "%referrals.name",
            description = "%referrals.help",
            required = false,
            defaultValue = "ignore")
    String referrals();

    @AttributeDefinition(name = "%referralHosts.name", description = "%referralHosts.help", required = false)
    String referralHosts();

    @AttributeDefinition(name = "%timeout.name", description = "%timeout.help", required = false, defaultValue = "10")
    String timeout();

    @AttributeDefinition(name = "%version.name", description = "%version.help", required = false, defaultValue = "3")
    String version();

    @AttributeDefinition(name = "%async.name", description = "%async.help", required = false)
    String async();

    @AttributeDefinition(name = "%baseDn.name", description = "%baseDn.help")
    String baseDn();

    @AttributeDefinition(name = "%scope.name", description = "%scope.help")
    String scope();

    @AttributeDefinition(name = "%bind.name", description = "%bind.help", required = false)
    String bind();

    @AttributeDefinition(name = "%userDn.name", description = "%userDn.help", required = false)
    String userDn();

    @AttributeDefinition(
            name = "%userPw.name",
            description = "%userPw.help",
            type = AttributeType.PASSWORD,
            required = false)
    String userPw();

    @AttributeDefinition(name = "%alwaysFilter.name", description = "%alwaysFilter.help", required = false)
    String alwaysFilter();

    @AttributeDefinition(name = "%validFilter.name", description = "%validFilter.help", required = false)
    String validFilter();

    @AttributeDefinition(name = "%groupDn.name", description = "%groupDn.help", required = false)
    String groupDn();

    @AttributeDefinition(name = "%nestedGroups.name", description = "%nestedGroups.help", required = false)
    String nestedGroups();

    @AttributeDefinition(name = "%translateManagerTo.name", description = "%translateManagerTo.help", required = false)
    String translateManagerTo();

    @AttributeDefinition(name = "%sourceCharset.name", description = "%sourceCharset.help", required = false)
    String sourceCharset();

    @AttributeDefinition(name = "%nativeId.name", description = "%nativeId.help", required = false)
    String nativeId();

    @AttributeDefinition(name = "%customerKey.name", description = "%customerKey.help", required = false)
    String customerKey();

    @AttributeDefinition(name = "%customerId.name", description = "%customerId.help", required = false)
    String customerId();

    @AttributeDefinition(
            name = "%listFields.name",
            description = "%listFields.help",
            required = false,
            defaultValue = "cn,mail")
    String listFields();

    @AttributeDefinition(name = "%searchFields.name", description = "%searchFields.help", required = false)
    String searchFields();

    @AttributeDefinition(name = "%searchPrefix.name", description = "%searchPrefix.help", required = false)
    String searchPrefix();

    @AttributeDefinition(
            name = "%searchSuffix.name",
            description = "%searchSuffix.help",
            required = false,
            defaultValue = "*")
    String searchSuffix();

    @AttributeDefinition(
            name = "%searchListLimit.name",
            description = "%searchListLimit.help",
            required = false,
            defaultValue = "250")
    String searchListLimit();

    @AttributeDefinition(
            name = "%searchCaseSensitive.name",
            description = "%searchCaseSensitive.help",
            required = false,
            defaultValue = "0")
    String searchCaseSensitive();

    @AttributeDefinition(
            name = "%postMasterSearchFields.name",
            description = "%postMasterSearchFields.help",
            required = false,
            defaultValue = "mail")
    String postMasterSearchFields();

    @AttributeDefinition(
            name = "%nameFields.name",
            description = "%nameFields.help",
            required = false,
            defaultValue = "givenname,sn")
    String nameFields();

    @AttributeDefinition(name = "%nameFieldsJoin.name", description = "%nameFieldsJoin.help", required = false)
    String nameFieldsJoin();

    @AttributeDefinition(
            name = "%emailUniqCheck.name",
            description = "%emailUniqCheck.help",
            required = false,
            defaultValue = "0")
    String emailUniqCheck();

    @AttributeDefinition(
            name = "%customerCompanySupport.name",
            description = "%customerCompanySupport.help",
            required = false,
            defaultValue = "0")
    String customerCompanySupport();

    @AttributeDefinition(
            name = "%excludePrimaryCustomerId.name",
            description = "%excludePrimaryCustomerId.help",
            required = false,
            defaultValue = "0")
    String excludePrimaryCustomerId();

    @AttributeDefinition(
            name = "%adminSetPreferences.name",
            description = "%adminSetPreferences.help",
            required = false)
    String adminSetPreferences();

    @AttributeDefinition(
            name = "%autoLoginCreation.name",
            description = "%autoLoginCreation.help",
            required = false,
            defaultValue = "0")
    String autoLoginCreation();

    @AttributeDefinition(
            name = "%autoLoginCreationPrefix.name",
            description = "%autoLoginCreationPrefix.help",
            required = false,
            defaultValue = "auto")
    String autoLoginCreationPrefix();

    @AttributeDefinition(name = "%readOnly.name", description = "%readOnly.help", required = false, defaultValue = "1")
    String readOnly();

    @AttributeDefinition(
            name = "%uniqueness.name",
            description = "%uniqueness.help",
            required = false,
            defaultValue = "best-effort")
    String uniqueness();

    @AttributeDefinition(
            name = "%answerTimeLimit.name",
            description = "%answerTimeLimit.help",
            required = false,
            defaultValue = "5")
    String answerTimeLimit();

    @AttributeDefinition(name = "%cacheTtl.name", description = "%cacheTtl.help", required = false, defaultValue = "0")
    String cacheTtl();

    @AttributeDefinition(name = "%die.name", description = "%die.help", required = false, defaultValue = "0")
    String die();
}
