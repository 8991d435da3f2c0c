package org.clientele.spi;

import java.util.List;
import java.util.Map;
import org.clientele.field.Fields;

/**
 * What a back end takes where a configuration is silent. Times, flags and limits have the same defaults everywhere.
 *
 * @param backEnd the kind for people, for example {@code LDAP}
 * @param map the default rows by number, written as in a configuration
 * @param requiredVariables the variables without which a source makes no sense
 * @param idField default of {@code customerKey}
 * @param listFields default of {@code listFields}
 * @param searchFields default of {@code searchFields}
 * @param searchPrefix default of {@code searchPrefix}
 * @param postMasterFields default of {@code postMasterSearchFields}
 * @param nameFields default of {@code nameFields}
 * @param cacheSeconds default of {@code cacheTtl}
 * @param uniqueEmail default of {@code emailUniqCheck}
 * @param companySupport default of {@code customerCompanySupport}
 * @param alwaysReadOnly whether this kind takes no changes whatever the configuration says
 */
public record SourceDefaults(
        String backEnd,
        Map<Integer, String> map,
        List<String> requiredVariables,
        String idField,
        List<String> listFields,
        List<String> searchFields,
        String searchPrefix,
        List<String> postMasterFields,
        List<String> nameFields,
        int cacheSeconds,
        boolean uniqueEmail,
        boolean companySupport,
        boolean alwaysReadOnly) {
    public SourceDefaults {
        map = Map.copyOf(map);
        requiredVariables = List.copyOf(requiredVariables);
        listFields = List.copyOf(listFields);
        searchFields = List.copyOf(searchFields);
        postMasterFields = List.copyOf(postMasterFields);
        nameFields = List.copyOf(nameFields);
    }

    /**
     * The defaults of a kind that takes no changes: login, e-mail address and customer ID are required, look-ups are not
     * remembered, the rules of writing are off.
     */
    public static SourceDefaults readOnly(
            String backEnd,
            Map<Integer, String> map,
            String idField,
            List<String> listFields,
            List<String> searchFields,
            List<String> postMasterFields,
            List<String> nameFields) {
        return new SourceDefaults(
                backEnd,
                map,
                List.of(Fields.LOGIN, Fields.EMAIL, Fields.CUSTOMER),
                idField,
                listFields,
                searchFields,
                "",
                postMasterFields,
                nameFields,
                0,
                false,
                false,
                true);
    }

    /** Whether the records are customer users; otherwise they are customers. */
    boolean customerUsers() {
        return requiredVariables.contains(Fields.LOGIN);
    }
}
