using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Security;

/// <summary>What a visitor gets when there is nothing to show: a page in words, or problem details for the API.</summary>
public static class FaultResponses
{
    /// <summary>The name routing gives to its own answer when an address exists, but not for this method.</summary>
    private const string MethodNotAllowed = "405 HTTP Method Not Supported";

    public static void UseFaultResponses(this IApplicationBuilder app)
    {
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
            api.UseStatusCodePages();
        });
        app.UseWhen(context => !IsApi(context), pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = Addresses.Fault(500), StatusCodeSelector = StatusOf });
            pages.UseStatusCodePagesWithReExecute(Addresses.FaultPattern);
        });
    }

    /// <summary>
    /// Answers where no endpoint was found, or none for this method, before authorization: closed by default would
    /// send the visitor of a mistyped address to the sign-in.
    /// </summary>
    public static void UseRoutingRefusals(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        switch (context.GetEndpoint())
        {
            case null:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            case { DisplayName: MethodNotAllowed, Metadata.Count: 0, RequestDelegate: { } refuse }:
                return refuse(context);
            default:
                return next(context);
        }
    });

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static int StatusOf(Exception e) => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
}
