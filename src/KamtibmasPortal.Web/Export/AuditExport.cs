using System.Globalization;
using System.Text;
using CsvHelper;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;

namespace KamtibmasPortal.Web.Export;

/// <summary>The acts that the page of the audit finds, as a table of any size.</summary>
public static class AuditExport
{
    private const int FlushEvery = 200;

    private static readonly string[] s_columns = ["at", "editor", "act", "actName", "subject", "before", "after", "detail", "id"];

    public static void MapAuditExport(this IEndpointRouteBuilder app) =>
        app.MapGet(Addresses.AuditCsv, WriteAsync).RequireAuthorization(DeskPolicies.Editors).ExcludeFromDescription();

    private static async Task WriteAsync(HttpContext context, AuditQueries audit, CancellationToken cancellation)
    {
        var filter = AuditQuery.Read(context.Request.Query).Filter(context.User.IsInRole(EditorRoles.Administrator));
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"audit.csv\"";
        await using var text = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var rows = new StringWriter(CultureInfo.InvariantCulture);
        await using var table = new CsvWriter(rows, SpreadsheetTable.Dialect, leaveOpen: true);
        SpreadsheetTable.Row(table, s_columns);
        var written = 0;
        await foreach (var entry in audit.AllAsync(filter, cancellation))
        {
            SpreadsheetTable.Row(table, CellsOf(entry));
            if (++written % FlushEvery == 0)
            {
                await SendAsync();
            }
        }

        await SendAsync();

        async Task SendAsync()
        {
            table.Flush();
            await text.WriteAsync(rows.GetStringBuilder(), cancellation);
            rows.GetStringBuilder().Clear();
            await text.FlushAsync(cancellation);
        }
    }

    private static string?[] CellsOf(AuditEntry entry) =>
    [
        entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), entry.Editor, entry.Act, Texts.AuditRoom.ActOf(entry.Act), entry.Subject, entry.Before, entry.After, entry.Detail, entry.Id.ToString(),
    ];
}
