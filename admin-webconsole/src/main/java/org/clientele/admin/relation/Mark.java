package org.clientele.admin.relation;

/**
 * What can stand between two; in the matrix a column of check boxes.
 *
 * @param key its name in forms: letters, digits, {@code _} and {@code .}
 * @param label its heading
 */
public record Mark(String key, String label) {}
