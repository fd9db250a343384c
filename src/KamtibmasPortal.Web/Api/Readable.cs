namespace KamtibmasPortal.Web.Api;

/// <summary>Addresses that are only read.</summary>
public static class Readable
{
    /// <summary>Answers GET and HEAD; routing refuses any other method and names these two.</summary>
    public static TBuilder ReadOnly<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        // The last word counts: a mapping for GET alone has said "GET" before.
        endpoints.Finally(e => e.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head], e.Metadata.OfType<IHttpMethodMetadata>().Any(m => m.AcceptCorsPreflight))));
        return endpoints;
    }
}
