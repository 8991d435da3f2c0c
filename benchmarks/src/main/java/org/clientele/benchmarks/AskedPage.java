package org.clientele.benchmarks;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of the console.
 *
 * @param name what people call it
 * @param questions what is asked, by turns
 */
record AskedPage(String name, List<Question> questions) {

    /**
     * One address, and what its answer has to have.
     *
     * @param path below the console, encoded
     * @param row what each row has once and nothing else has
     * @param rows how many rows it must have
     */
    record Question(String path, Pattern row, int rows) {

        /** What is wrong with an answer; nothing if it is right. */
        String fault(HttpResponse<String> answer) {
            if (answer.statusCode() != 200) {
                return path + " answered " + answer.statusCode();
            }
            long found = row.matcher(answer.body()).results().count();
            return found == rows ? "" : path + " has " + found + " rows instead of " + rows;
        }
    }

    Question question(int round) {
        return questions.get(round % questions.size());
    }

    /** What is said of the rows of a page. */
    String rows() {
        int least = questions.stream().mapToInt(Question::rows).min().orElse(0);
        int most = questions.stream().mapToInt(Question::rows).max().orElse(0);
        return least == most ? Integer.toString(least) : least + " to " + most;
    }
}
