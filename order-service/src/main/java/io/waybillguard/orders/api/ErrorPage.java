package io.waybillguard.orders.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.waybillguard.orders.problem.ProblemText;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went wrong before a controller was reached, as a problem like every other. */
@Hidden
@Controller
class ErrorPage implements ErrorController {

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer told
                        ? told
                        : HttpServletResponse.SC_NOT_FOUND;
        ProblemText.write(
                response, status, ProblemText.code(status), "the request was not carried out");
    }
}
