package org.clientele.backend.db;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.persistence.queries.ReportQuery;

/** The prepared queries of one table by shape: the most recently used ones. Any thread may ask. */
final class QueryShapes {
    private static final int MOST = 300;

    private final Map<String, ReportQuery> queries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReportQuery> eldest) {
            return size() > MOST;
        }
    };

    /** The query of that shape, made at first use. */
    ReportQuery get(String shape, Function<String, ReportQuery> maker) {
        synchronized (queries) {
            ReportQuery known = queries.get(shape);
            if (known != null) {
                return known;
            }
        }
        ReportQuery made = maker.apply(shape);
        synchronized (queries) {
            ReportQuery first = queries.putIfAbsent(shape, made);
            return first == null ? made : first;
        }
    }
}
