package io.waybillguard.rules.benchmark;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The rows as a DMN decision table whose first row that holds counts. */
final class DmnTable implements Table {

    private static final String SPACE = "urn:refund";

    private final DMNRuntime runtime;
    private final DMNModel model;

    DmnTable() {
        runtime =
                DMNRuntimeBuilder.fromDefaults()
                        .buildConfiguration()
                        .fromResources(
                                List.of(
                                        ResourceFactory.newReaderResource(
                                                new StringReader(definitions()), "UTF-8")))
                        .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModel(SPACE, "refund");
        if (model == null || model.hasErrors()) {
            throw new IllegalStateException("the table cannot be read");
        }
    }

    @Override
    public String rowOf(Facts facts) {
        DMNContext context = runtime.newContext();
        facts.asMap().forEach(context::set);
        DMNResult result = runtime.evaluateAll(model, context);
        return String.valueOf(result.getDecisionResultByName("row").getResult());
    }

    private static String definitions() {
        List<Column> columns = List.of(Column.values());
        List<String> parts = new ArrayList<>();
        parts.add(
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"refund\""
                        + " name=\"refund\" namespace=\""
                        + SPACE
                        + "\">");
        for (Column column : columns) {
            parts.add(
                    "<inputData id=\"i-%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"%2$s\"/></inputData>"
                            .formatted(column.label(), type(column)));
        }
        parts.add("<decision id=\"row\" name=\"row\"><variable name=\"row\" typeRef=\"string\"/>");
        for (Column column : columns) {
            parts.add(
                    "<informationRequirement id=\"r-%1$s\"><requiredInput href=\"#i-%1$s\"/></informationRequirement>"
                            .formatted(column.label()));
        }
        parts.add("<decisionTable id=\"table\" hitPolicy=\"FIRST\">");
        for (Column column : columns) {
            parts.add(
                    "<input id=\"c-%1$s\"><inputExpression id=\"e-%1$s\" typeRef=\"%2$s\"><text>%1$s</text></inputExpression></input>"
                            .formatted(column.label(), type(column)));
        }
        parts.add("<output id=\"o\" name=\"row\" typeRef=\"string\"/>");
        for (Rows.Row row : Rows.ALL) {
            parts.add("<rule id=\"rule-%s\">".formatted(row.name().replace(':', '-')));
            for (Column column : columns) {
                String test = row.tests().getOrDefault(column, "-");
                parts.add(
                        "<inputEntry id=\"%s-%s\"><text>%s</text></inputEntry>"
                                .formatted(
                                        row.name().replace(':', '-'),
                                        column.label(),
                                        test.replace("= ", test.startsWith("<") ? "= " : "")
                                                .replace("<", "&lt;")));
            }
            parts.add(
                    "<outputEntry id=\"out-%s\"><text>\"%s\"</text></outputEntry></rule>"
                            .formatted(row.name().replace(':', '-'), row.name()));
        }
        parts.add("</decisionTable></decision></definitions>");
        return parts.stream().collect(Collectors.joining("\n"));
    }

    private static String type(Column column) {
        return column.isNumber() ? "number" : "boolean";
    }
}
