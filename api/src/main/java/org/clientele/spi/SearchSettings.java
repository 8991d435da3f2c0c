package org.clientele.spi;

import java.util.List;

/**
 * How a source searches, lists and names its records; columns and attributes are those of its storage.
 *
 * @param idField the column or attribute that holds the login or customer ID ({@code customerKey})
 * @param listFields what makes up a label, the e-mail address last
 * @param searchFields where free text is looked for
 * @param prefix what is put before every word of a free text, for example {@code *}
 * @param suffix what is put behind it
 * @param requestLimit the most records of one request to the storage ({@code searchListLimit}): a source that can go on
 *     where it stopped delivers at most so many and says that there are more; one that reads everything in each call asks
 *     its storage for so many at a time
 * @param postMasterFields where an e-mail address is looked for
 * @param nameFields what makes up the name for people
 * @param nameJoin what stands between the parts of the name
 * @param caseSensitive whether case matters, for identity and search alike ({@code searchCaseSensitive})
 */
public record SearchSettings(
        String idField,
        List<String> listFields,
        List<String> searchFields,
        String prefix,
        String suffix,
        int requestLimit,
        List<String> postMasterFields,
        List<String> nameFields,
        String nameJoin,
        boolean caseSensitive) {
    public SearchSettings {
        listFields = List.copyOf(listFields);
        searchFields = List.copyOf(searchFields);
        postMasterFields = List.copyOf(postMasterFields);
        nameFields = List.copyOf(nameFields);
    }
}
