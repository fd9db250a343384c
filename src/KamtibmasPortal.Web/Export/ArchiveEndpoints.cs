using System.Globalization;
using System.Text;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Api;
using KamtibmasPortal.Web.Feeds;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Settings;

namespace KamtibmasPortal.Web.Export;

/// <summary>What a search can be taken along as: whole table, lines, months, feed. The same query as the page and the API.</summary>
public static class ArchiveEndpoints
{
    private const int Entries = 30;

    public static void MapArchive(this IEndpointRouteBuilder app)
    {
        var archive = app.MapGroup("").ReadOnly().AllowAnonymous().ExcludeFromDescription();
        archive.MapGet(Addresses.ArchiveCsv, (HttpContext context, Archive a, CancellationToken c) => a.WriteAsync(context, ExportFormat.Csv, c));
        archive.MapGet(Addresses.ArchiveJsonl, (HttpContext context, Archive a, CancellationToken c) => a.WriteAsync(context, ExportFormat.Jsonl, c));
        archive.MapGet(Addresses.ArchiveMonths, (HttpContext context, Archive a, CancellationToken c) => a.MonthsAsync(context, c));
        archive.MapGet(Addresses.FeedOf(Addresses.Archive), (HttpContext context, Archive a, CancellationToken c) => a.FeedAsync(context, c));
    }

    public static void AddArchive(this IServiceCollection services) => services.AddSingleton<ArticleExport>().AddScoped<Archive>();

    private sealed class Archive(SearchQueries search, SearchQueryParser parser, SourceGapQueries gaps, ArticleExport export, AtomFeed atom, PortalSettings portal)
    {
        /// <summary>Sent as it is read: any size, little memory, and the browser shows progress.</summary>
        public async Task WriteAsync(HttpContext context, ExportFormat format, CancellationToken cancellation)
        {
            var request = ArchiveQuery.Read(context.Request.Query).Request(parser);
            Answer(context, format is ExportFormat.Csv ? "text/csv" : "application/jsonl", format is ExportFormat.Csv ? "arsip.csv" : "arsip.jsonl");
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await export.WriteAsync(search.AllAsync(request, cancellation), format, context.Response.Body, forSpreadsheets: true, cancellation);
            }
        }

        public async Task MonthsAsync(HttpContext context, CancellationToken cancellation)
        {
            var query = ArchiveQuery.Read(context.Request.Query);
            var facets = await search.FacetsAsync(query.Request(parser), cancellation);
            var down = (await gaps.ByMonthAsync(query[ArchiveQuery.PublisherName], cancellation)).ToDictionary(g => g.Month, g => g.Sources.Count, StringComparer.Ordinal);
            var table = new StringBuilder("\uFEFFmonth,count,sourcesDown\r\n");
            foreach (var month in facets.Months)
            {
                table.Append(CultureInfo.InvariantCulture, $"{month.Key},{month.Count},{down.GetValueOrDefault(month.Key)}\r\n");
            }

            Answer(context, "text/csv", "arsip-per-bulan.csv");
            await context.Response.WriteAsync(table.ToString(), cancellation);
        }

        public async Task<IResult> FeedAsync(HttpContext context, CancellationToken cancellation)
        {
            var query = ArchiveQuery.Read(context.Request.Query).After(null).In(SearchSort.Newest);
            var request = query.Request(parser);
            try
            {
                var page = await search.PageAsync(request, Entries, null, cancellation);
                var title = string.IsNullOrWhiteSpace(query.Text) ? Texts.Archive.Title : Texts.Archive.FeedTitle(query.Text);
                var bytes = atom.Write(Texts.Site.PageTitle(title, portal.Name), query.In(null).Address(Addresses.Archive), query.In(null).Address(Addresses.FeedOf(Addresses.Archive)), [.. page.Hits.Select(h => h.Card)]);
                return Results.Bytes(bytes, "application/atom+xml; charset=utf-8");
            }
            catch (SearchTooBroadException)
            {
                return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
            }
        }

        private static void Answer(HttpContext context, string type, string file)
        {
            context.Response.ContentType = $"{type}; charset=utf-8";
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
        }
    }
}
