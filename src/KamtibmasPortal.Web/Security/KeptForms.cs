using System.Data.Common;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Web.Security;

/// <summary>A form of the redaksi that could not be taken: its words are given back to whoever typed them, so that nothing is lost.</summary>
public sealed record KeptForm(string BackTo, IReadOnlyList<(string Name, string Value)> Fields)
{
    private const int Longest = 100_000;

    /// <summary>What people type; the rest of a form belongs to the page.</summary>
    private static readonly string[] s_typed = ["Title", "Summary", "Note", "reason", "text", "answer", "ground", "publisher", "address", "name", "selector", "cells", "note"];

    public static KeptForm? Of(HttpContext context) => context.Features.Get<KeptForm>();

    public static async Task KeepAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType || request.ContentLength is null or > Longest)
        {
            return;
        }

        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            var fields = s_typed.Select(n => (Name: n, Value: form[n].ToString())).Where(f => f.Value.Length > 0).ToList();
            context.Features.Set(new KeptForm(request.Path.StartsWithSegments("/redaksi", StringComparison.OrdinalIgnoreCase) ? request.Path.Value! : Addresses.Desk, fields));
        }
        catch (Exception e) when (e is IOException or InvalidDataException or BadHttpRequestException)
        {
            // What can't be read can't be given back.
        }
    }

    public static bool IsDeskForm(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/redaksi", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A form sent after the session has ended: instead of the sign-in alone its sender gets the words back.</summary>
public sealed class LapsedSessions : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Challenged && KeptForm.IsDeskForm(context.Request))
        {
            await KeptForm.KeepAsync(context);
            if (KeptForm.Of(context) is { Fields.Count: > 0 })
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }
        }

        await _usual.HandleAsync(next, context, policy, authorizeResult);
    }
}

public static class KeptFormsSetup
{
    public static void AddKeptForms(this IServiceCollection services) => services.AddSingleton<IAuthorizationMiddlewareResultHandler, LapsedSessions>();

    /// <summary>A store that can't be reached while a form of the redaksi is saved is told in words, with what was typed.</summary>
    public static void UseKeptForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (IsOfStore(e) && KeptForm.IsDeskForm(context.Request) && !context.Response.HasStarted)
        {
            context.RequestServices.GetRequiredService<ILogger<KeptForm>>().LogError(e, "The store could not be reached while {Path} was saved", context.Request.Path);
            await KeptForm.KeepAsync(context);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    });

    private static bool IsOfStore(Exception e) => e is DbException or DbUpdateException or TimeoutException || (e is InvalidOperationException && e.InnerException is DbException or TimeoutException);
}
