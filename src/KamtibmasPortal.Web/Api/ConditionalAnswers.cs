using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace KamtibmasPortal.Web.Api;

/// <summary>Each answer of the API has a mark; whoever holds the same answer already is told so in one line.</summary>
public static class ConditionalAnswers
{
    public static void UseConditionalAnswers(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), api => api.Use(AnswerAsync));

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Response.StatusCode == StatusCodes.Status200OK && held.Length > 0)
        {
            var mark = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(held.GetBuffer().AsSpan(0, (int)held.Length)).AsSpan(0, 16))}\"");
            context.Response.Headers.ETag = mark.ToString();
            context.Response.Headers.CacheControl = "public, max-age=0, must-revalidate";
            if (IsHeld(context.Request.Headers.IfNoneMatch, mark))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                context.Response.ContentLength = null;
                context.Response.ContentType = null;
                return;
            }
        }

        if (held.Length > 0 && !HttpMethods.IsHead(context.Request.Method))
        {
            held.Position = 0;
            await held.CopyToAsync(body, context.RequestAborted);
        }
    }

    private static bool IsHeld(Microsoft.Extensions.Primitives.StringValues asked, EntityTagHeaderValue mark) =>
        EntityTagHeaderValue.TryParseList(asked, out var held) && held.Any(h => h.Equals(EntityTagHeaderValue.Any) || h.Compare(mark, useStrongComparison: false));
}
