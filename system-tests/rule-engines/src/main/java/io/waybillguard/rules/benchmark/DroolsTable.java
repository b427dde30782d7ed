package io.waybillguard.rules.benchmark;

import java.util.Map;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/**
 * The rows as rules of Drools, compiled into its executable model; the first is the most salient.
 */
final class DroolsTable implements Table, AutoCloseable {

    private final KieSession session;
    private final Answer answer = new Answer();

    DroolsTable() {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/refund.drl", rules());
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        session =
                services.newKieContainer(builder.getKieModule().getReleaseId())
                        .getKieBase()
                        .newKieSession();
        session.setGlobal("answer", answer);
    }

    @Override
    public String rowOf(Facts facts) {
        answer.setRow("");
        var handle = session.insert(facts);
        session.fireAllRules(1);
        session.delete(handle);
        return answer.getRow();
    }

    private static String rules() {
        StringBuilder drl = new StringBuilder("package refund;\n");
        drl.append("import ").append(Facts.class.getName()).append(";\n");
        drl.append("global ").append(Answer.class.getName()).append(" answer;\n");
        int salience = Rows.ALL.size();
        for (Rows.Row row : Rows.ALL) {
            String tests =
                    row.tests().entrySet().stream()
                            .map(DroolsTable::constraint)
                            .collect(Collectors.joining(", "));
            drl.append(
                    "rule \"%s\" salience %d when Facts(%s) then answer.setRow(\"%s\"); end%n"
                            .formatted(row.name(), salience--, tests, row.name()));
        }
        return drl.toString();
    }

    private static String constraint(Map.Entry<Column, String> test) {
        String value = test.getValue();
        String operator = value.startsWith("= ") ? "=" + value : value;
        return test.getKey().label() + (test.getKey().isNumber() ? " " + operator : " == " + value);
    }

    @Override
    public void close() {
        session.dispose();
    }
}
